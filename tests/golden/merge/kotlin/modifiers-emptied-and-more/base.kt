class A {
    private val x = 1
    internal fun f() = 2
}
