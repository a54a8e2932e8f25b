class A { int run(int xs) {
    start();
    int limit = 3;
    check(xs);
    int n = xs.size;
    go(n);
    stop(n);
} }
