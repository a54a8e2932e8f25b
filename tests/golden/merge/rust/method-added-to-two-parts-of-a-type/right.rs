struct A;

impl A {
    fn x(&self) {}
}

impl A {
    fn y(&self) {}

    fn z(&self) -> i32 {
        2
    }
}
