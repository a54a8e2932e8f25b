struct A;

impl A {
    fn x(&self) {}
}

impl A {
    fn y(&self) {}
}
