pub struct Cache {
    size: usize,
}

impl Cache {
    pub fn new(size: usize) -> Self {
        Cache {
            size,
        }
    }
}
