class A {
    static <T> void f(T o) {
    }
}
