fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle(radius) => PI * radius * radius,
        Shape::Square { side } => side * side,
        _ => 0.0,
    }
}
