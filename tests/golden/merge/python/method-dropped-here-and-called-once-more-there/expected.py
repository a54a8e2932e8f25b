class Cart:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)

    def total(self):
<<<<<<< left
        return sum(i.price for i in self.items)
=======
        return self._sum()

    def average(self):
        return self._sum() / len(self.items)
>>>>>>> right
