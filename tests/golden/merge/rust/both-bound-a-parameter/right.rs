fn f<T: Debug>(x: T) {
    go(x);
}
