class A {
    int f(int size) {
<<<<<<< left
        int n = 7;
=======
        int n = size * 3;
>>>>>>> right
        g(n);
        return size * 2;
    }
}
