def start(self):
    self.a = 1
    self.c = 3
    self.d = 4
