#[derive(Debug, Clone)]
pub enum Shape {
    Circle(f64),
    Square { side: f64 },
    /// Three sides.
    Triangle(f64, f64, f64),
}
