class Job:
    def __init__(self, name, queue):
        self.name = name
        self.queue = queue


def a():
<<<<<<< left
    return Job("a", "default")


def b():
    return None
=======
    return Job("a")


def b():
    return Job("b")
>>>>>>> right
