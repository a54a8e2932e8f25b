#[derive(Debug, Clone, Default)]
pub enum Shape {
    Circle(f64),
    Square { side: f64 },
}
