class Exporter(Base):
    raw = False
    blank = " "

    def run(self):
        return self.raw
