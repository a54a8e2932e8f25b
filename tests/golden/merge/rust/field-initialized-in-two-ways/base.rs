pub struct Cache {
    size: usize,
    hits: u64,
}

impl Cache {
    pub fn new(size: usize) -> Self {
        Cache {
            size,
            hits: 0,
        }
    }
}
