class A {
    fun copy(): String {
        one();
        two();
        return "z";
    }
    fun greet(): String {
        two();
        return "zz";
    }
}
