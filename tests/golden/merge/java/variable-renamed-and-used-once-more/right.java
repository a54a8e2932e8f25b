class A {
    int f(int a) {
        int r = a;
        r += 1;
        r += 2;
        r += 3;
        return r;
    }
}
