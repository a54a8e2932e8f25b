class A {
    static void f(Object o) {
    }
}
