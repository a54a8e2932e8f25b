trait Shape {
    fn area(&self) -> f64;
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        3.0
    }
}

impl Shape for Square {
    fn area(&self) -> f64 {
        4.0
    }
}
