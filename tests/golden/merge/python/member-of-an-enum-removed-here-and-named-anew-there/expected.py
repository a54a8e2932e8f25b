from enum import Enum


class Kind(Enum):
    A = "a"
    B = "b"
<<<<<<< left


def first():
    return Kind.A


def last():
    return 1
=======
    C = "c"


def first():
    return Kind.A


def last():
    return Kind.C
>>>>>>> right
