trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String;
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        3.0
    }
<<<<<<< left

    fn name(&self) -> String {
        "circle".into()
=======
}

impl Shape for Square {
    fn area(&self) -> f64 {
        4.0
>>>>>>> right
    }
}
