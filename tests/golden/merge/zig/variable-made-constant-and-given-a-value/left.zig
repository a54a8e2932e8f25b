fn f() void {
    const n: u8 = 1;
    use(n);
    done();
}
