val shapes = listOf(
    Circle(1.0),
    Square(4.5),
)
