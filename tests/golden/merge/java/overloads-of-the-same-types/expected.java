class A {
    void f(int x) {}
<<<<<<< left
    void f(long a) { one(a); }
=======
    void f(long b) { two(b); }
>>>>>>> right
}
