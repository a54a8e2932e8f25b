fn area(shape: &Shape) -> f64 {
    match shape {
        Shape::Circle(radius) => PI * radius * radius,
        Shape::Unknown(area) => *area,
        _ => 0.0,
    }
}
