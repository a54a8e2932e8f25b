class A {
    @Test(a = 1)
    void f() {
    }
}
