pub struct Cache {
    size: usize,
    hits: u64,
    misses: u64,
    pub(crate) name: String,
}

impl Cache {
    pub fn new(size: usize) -> Self {
        Cache {
            size,
            hits: 0,
            misses: 0,
            name: String::new(),
        }
    }
}
