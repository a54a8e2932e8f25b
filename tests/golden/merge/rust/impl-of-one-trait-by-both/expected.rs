pub struct Celsius(pub f64);

impl Display for Celsius {
    fn fmt(&self, f: &mut Formatter) -> Result {
<<<<<<< left
        write!(f, "{} C", self.0)
=======
        self.0.fmt(f)
>>>>>>> right
    }
}

fn main() {}
