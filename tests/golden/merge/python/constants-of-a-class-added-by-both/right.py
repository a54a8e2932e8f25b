class Exporter(Base):
    raw = False
    # The first is the best.
    formats = ["pdf", "svg"]

    def run(self):
        return self.raw
