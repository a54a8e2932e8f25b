def scale(box):
    box.width = 2
    box.height = 3
    return box
