class Cache:
    def __init__(self):
        self.entries = {}

    def get(self, key):
        return self.entries.get(key)


class Queue:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def clear(self):
        self.items.clear()
