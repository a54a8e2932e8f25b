def draw(canvas: Canvas, shape: Shape, width, color: str) -> None:
    canvas.paint(shape, width, color)
