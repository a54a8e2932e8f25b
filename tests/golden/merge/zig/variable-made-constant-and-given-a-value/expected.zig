fn f() void {
<<<<<<< left
    const n: u8 = 1;
    use(n);
=======
    var n: u8 = 1;
    use(n);
    n = 2;
>>>>>>> right
    done();
}
