class A { int run(int xs) {
    start();
<<<<<<< left
    int limit = 3;
    check(xs);
    int n = xs.size;
    go(n);
=======
    check(xs);
    int n = xs.size;
    go(n);
    int limit = n * 2;
>>>>>>> right
    stop(n);
} }
