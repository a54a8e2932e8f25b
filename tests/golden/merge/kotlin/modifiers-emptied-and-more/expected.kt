class A {
    @JvmField
    val x = 1
    suspend fun f() = 2
}
