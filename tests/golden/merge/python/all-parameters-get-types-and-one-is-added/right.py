def draw(canvas, shape, width, color):
    canvas.paint(shape, width, color)
