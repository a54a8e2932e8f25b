class A {
    void f(Object o) {
    }
}
