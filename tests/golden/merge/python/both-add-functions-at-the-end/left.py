"""Areas."""


def square(side):
    return side * side


def circle(radius):
    return 3.14159 * radius ** 2
