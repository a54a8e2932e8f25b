def start(self):
    self.a = 1
    self.d = 4
