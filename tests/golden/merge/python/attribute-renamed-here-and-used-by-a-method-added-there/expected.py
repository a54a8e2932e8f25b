import json
import os

LIMIT = 10


class Box:
    """A box."""

    def __init__(self, name):
        self.name = name
        self._items = []

    def add(self, item):
        self._items.append(item)
        return self

    def size(self):
<<<<<<< left
        return len(self._items)
=======
        return len(self.items)

    def first(self):
        return self.items[0]
>>>>>>> right


def load(path):
    with open(path) as f:
        data = json.load(f)
    return Box(data["name"])
