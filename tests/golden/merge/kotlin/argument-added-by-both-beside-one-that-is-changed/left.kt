val shapes = listOf(
    Circle(1.0),
    Square(4.5),
    Circle(4.5),
)
