def close(self):
    self.flush()
    self.open = False
