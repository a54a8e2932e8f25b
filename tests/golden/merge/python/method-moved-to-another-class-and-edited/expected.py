class Reader:
    def read(self):
        return self.file.read()


class Writer:
    def write(self, data):
        self.file.write(data)

    def checksum(self, data):
        value = 1
        for byte in data:
            value = (value * 31 + byte) % 65521
        return value
