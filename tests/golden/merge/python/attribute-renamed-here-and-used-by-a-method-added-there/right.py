import json
import os

LIMIT = 10


class Box:
    """A box."""

    def __init__(self, name):
        self.name = name
        self.items = []

    def add(self, item):
        self.items.append(item)
        return self

    def size(self):
        return len(self.items)

    def first(self):
        return self.items[0]


def load(path):
    with open(path) as f:
        data = json.load(f)
    return Box(data["name"])
