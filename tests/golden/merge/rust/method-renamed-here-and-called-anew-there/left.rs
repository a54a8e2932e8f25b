impl Pool {
    fn idle_count(&self) -> usize {
        self.idle.len()
    }

    fn grow(&mut self) {
        self.spawn();
    }

    fn shrink(&mut self) {
        self.stop();
    }
}
