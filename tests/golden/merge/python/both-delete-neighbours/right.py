def start(self):
    self.a = 1
    self.b = 2
    self.d = 4
