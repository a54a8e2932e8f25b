pub struct Cache {
    size: usize,
<<<<<<< left
=======
    hits: AtomicU64,
>>>>>>> right
}

impl Cache {
    pub fn new(size: usize) -> Self {
        Cache {
            size,
        }
    }
}
