class A {
    @Test
    void f() {
    }
}
