class A {
    void x() {
    }
}
