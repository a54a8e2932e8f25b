class Exporter(Base):
    raw = False
    blank = " "
    # The first is the best.
    formats = ["pdf", "svg"]

    def run(self):
        return self.raw
