class Job:
    def __init__(self, name, queue):
        self.name = name
        self.queue = queue


def a():
    return Job("a", "default")


def b():
    return None
