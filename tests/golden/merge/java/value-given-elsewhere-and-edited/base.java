class A {
    int f(int size) {
        int n = size * 2;
        g(n);
        return 0;
    }
}
