def close(self):
    self.flush()
    self.file.close()
    self.file = None
    self.open = False
