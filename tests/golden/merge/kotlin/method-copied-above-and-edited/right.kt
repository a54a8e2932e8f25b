class A {
    fun greet(): String {
        two();
        return "zz";
    }
}
