class A {
    int f(int a) {
<<<<<<< left
        int res = a;
        res += 1;
        res += 2;
        return res;
=======
        int r = a;
        r += 1;
        r += 2;
        r += 3;
        return r;
>>>>>>> right
    }
}
