from enum import Enum


class Kind(Enum):
    A = "a"
    B = "b"
    C = "c"


def first():
    return Kind.A


def last():
    return Kind.C
