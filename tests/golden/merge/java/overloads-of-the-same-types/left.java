class A {
    void f(int x) {}
    void f(long a) { one(a); }
}
