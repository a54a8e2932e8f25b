pub struct Celsius(pub f64);

impl Display for Celsius {
    fn fmt(&self, f: &mut Formatter) -> Result {
        write!(f, "{} C", self.0)
    }
}

fn main() {}
