impl Pool {
<<<<<<< left
    fn idle_count(&self) -> usize {
        self.idle.len()
    }

    fn grow(&mut self) {
        self.spawn();
    }

    fn shrink(&mut self) {
        self.stop();
=======
    fn idle(&self) -> usize {
        self.idle.len()
    }

    fn grow(&mut self) {
        self.spawn();
    }

    fn shrink(&mut self) {
        if self.idle() > 1 {
            self.stop();
        }
>>>>>>> right
    }
}
