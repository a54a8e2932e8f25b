from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...


class Circle(Shape):
    def area(self):
        return 3


class Square(Shape):
    def area(self):
        return 4
