fn f<T: Clone>(x: T) {
    go(x);
}
