struct A;

impl A {
    fn x(&self) {}

    fn z(&self) -> i32 {
        1
    }
}

impl A {
    fn y(&self) {}
}
