struct A;

impl A {
    fn x(&self) {}
<<<<<<< left

    fn z(&self) -> i32 {
        1
    }
}

impl A {
    fn y(&self) {}
=======
}

impl A {
    fn y(&self) {}

    fn z(&self) -> i32 {
        2
    }
>>>>>>> right
}
