class A {
    fun copy(): String {
        one();
        two();
        return "z";
    }
    fun greet(): String {
        one();
        two();
        return "z";
    }
}
