def draw(canvas, shape, color):
    canvas.paint(shape, color)
