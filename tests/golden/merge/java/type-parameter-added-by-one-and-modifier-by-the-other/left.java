class A {
    <T> void f(T o) {
    }
}
