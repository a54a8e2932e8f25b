class Reader:
<<<<<<< left
    def read(self):
        return self.f.read()
=======
    def close(self):
        self.f.close()

    def read(self):
        data = self.f.read()
        self.close()
        return data
>>>>>>> right


class Writer:
    def close(self):
        self.f.close()

    def write(self, s):
        self.f.write(s)
