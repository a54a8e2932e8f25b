class Job:
    def __init__(self, name):
        self.name = name


def a():
    return Job("a")


def b():
    return Job("b")
