pub struct Cache {
    size: usize,
    hits: AtomicU64,
}

impl Cache {
    pub fn new(size: usize) -> Self {
        Cache {
            size,
            hits: 0,
        }
    }
}
