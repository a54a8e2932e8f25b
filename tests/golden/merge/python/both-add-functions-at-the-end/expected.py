"""Areas."""


def square(side):
    return side * side


def circle(radius):
    return 3.14159 * radius ** 2


def triangle(base, height):
    return base * height / 2
