class A {
    int f(int a) {
        int res = a;
        res += 1;
        res += 2;
        return res;
    }
}
