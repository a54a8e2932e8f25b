impl Buffer {
    /// The number of bytes that can be read.
    pub fn len(&self) -> u64 {
        (self.end - self.start) as u64
    }

    pub fn clear(&mut self) {
        self.start = 0;
        self.end = 0;
    }
}
