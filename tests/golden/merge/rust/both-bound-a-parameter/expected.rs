fn f<T: Clone + Debug>(x: T) {
    go(x);
}
