class A {
    void f(int x) {}
    void f(long b) { two(b); }
}
