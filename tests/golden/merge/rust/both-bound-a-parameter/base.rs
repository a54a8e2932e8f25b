fn f<T>(x: T) {
    go(x);
}
