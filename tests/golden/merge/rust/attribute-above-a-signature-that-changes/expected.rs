impl Buffer {
    /// The number of bytes.
    #[inline]
    pub const fn len(&self) -> usize {
        self.end - self.start
    }

    pub fn clear(&mut self) {
        self.start = 0;
        self.end = 0;
    }
}
