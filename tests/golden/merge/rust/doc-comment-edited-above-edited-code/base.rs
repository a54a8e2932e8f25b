impl Buffer {
    /// The number of bytes.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn clear(&mut self) {
        self.start = 0;
        self.end = 0;
    }
}
