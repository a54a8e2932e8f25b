class A {
    fun greet(): String {
        one();
        two();
        return "z";
    }
}
