class A {
    void a() {
    }
}
