class A {
    @Test(a = 2)
    void f() {
    }
}
