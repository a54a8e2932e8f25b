def one():
    return 1


def two():
    return int("2")


def three():
    return 3
