class Exporter(Base):
    raw = False

    def run(self):
        return self.raw
