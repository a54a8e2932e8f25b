class A {
    val x = 1
    fun f() = 2
}
