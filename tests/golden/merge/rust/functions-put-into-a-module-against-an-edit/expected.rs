mod inner {
    fn a() -> i32 {
        1
    }

    fn b() -> i32 {
        3
    }
}
