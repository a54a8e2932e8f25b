int run(int xs) {
    start();
    check(xs);
    final n = xs.size;
    go(n);
    stop(n);
}
