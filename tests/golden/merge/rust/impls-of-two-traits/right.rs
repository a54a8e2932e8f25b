pub struct Celsius(pub f64);

impl From<f64> for Celsius {
    fn from(degrees: f64) -> Self {
        Celsius(degrees)
    }
}

fn main() {}
