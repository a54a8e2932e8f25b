class Job:
    def __init__(self, name, queue=None):
        self.name = name


def a():
    return Job("a")


def b():
    return None
