fn f() void {
    var n: u8 = 1;
    use(n);
    n = 2;
    done();
}
