def draw(canvas: Canvas, shape: Shape, color: str) -> None:
    canvas.paint(shape, color)
