class A { int run(int xs) {
    start();
    check(xs);
    int n = xs.size;
    go(n);
    stop(n);
} }
