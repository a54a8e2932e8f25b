pub struct Celsius(pub f64);

fn main() {}
