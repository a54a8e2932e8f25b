val shapes = listOf(
    Circle(1.0),
    Square(7.25),
    Circle(4.5),
)
