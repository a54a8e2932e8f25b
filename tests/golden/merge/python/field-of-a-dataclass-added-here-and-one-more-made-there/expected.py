from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int
    z: int


def origin():
<<<<<<< left
    return Point(0, 0, 0)


def unit():
    return None
=======
    return Point(0, 0)


def unit():
    return Point(1, 1)
>>>>>>> right
