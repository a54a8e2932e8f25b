fn f() -> i32 {
    let a = 1;
    let b = 2;
    a
}
