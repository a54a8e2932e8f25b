class A {
    int f(int size) {
        int n = size * 3;
        g(n);
        return 0;
    }
}
