class A {
    @JvmField
    private val x = 1
    internal suspend fun f() = 2
}
