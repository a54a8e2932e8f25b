impl Buffer {
    /// The number of bytes.
<<<<<<< left
    pub fn len(&self) -> u64 {
=======
    pub fn len(&self) -> u32 {
>>>>>>> right
        self.end - self.start
    }

    pub fn clear(&mut self) {
        self.start = 0;
        self.end = 0;
    }
}
