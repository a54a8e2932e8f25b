int run(int xs) {
    start();
    final limit = 3;
    check(xs);
    final n = xs.size;
    go(n);
    stop(n);
}
