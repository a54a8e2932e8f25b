class A {
    int f(int size) {
        int n = 7;
        g(n);
        return size * 2;
    }
}
