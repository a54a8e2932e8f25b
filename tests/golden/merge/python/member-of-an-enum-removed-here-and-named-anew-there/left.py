from enum import Enum


class Kind(Enum):
    A = "a"
    B = "b"


def first():
    return Kind.A


def last():
    return 1
