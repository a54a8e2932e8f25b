int run(int xs) {
    start();
    check(xs);
    final n = xs.size;
    go(n);
    final limit = n * 2;
    stop(n);
}
