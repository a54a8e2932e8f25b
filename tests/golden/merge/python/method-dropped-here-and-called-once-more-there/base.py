class Cart:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)

    def _sum(self):
        return sum(i.price for i in self.items)

    def total(self):
        return self._sum()
