class Cache:
    def __init__(self):
<<<<<<< left
        self.entries = {}

    def get(self, key):
        return self.entries.get(key)
=======
        self.items = {}

    def get(self, key):
        return self.items.get(key)

    def clear(self):
        self.items.clear()
>>>>>>> right


class Queue:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
