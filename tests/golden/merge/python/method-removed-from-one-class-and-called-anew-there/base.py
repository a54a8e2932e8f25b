class Reader:
    def close(self):
        self.f.close()

    def read(self):
        return self.f.read()


class Writer:
    def close(self):
        self.f.close()

    def write(self, s):
        self.f.write(s)
