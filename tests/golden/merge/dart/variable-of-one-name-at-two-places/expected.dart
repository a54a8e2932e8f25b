int run(int xs) {
    start();
<<<<<<< left
    final limit = 3;
    check(xs);
    final n = xs.size;
    go(n);
=======
    check(xs);
    final n = xs.size;
    go(n);
    final limit = n * 2;
>>>>>>> right
    stop(n);
}
