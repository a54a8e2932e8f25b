#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Circle(f64),
    Square { side: f64 },
}
