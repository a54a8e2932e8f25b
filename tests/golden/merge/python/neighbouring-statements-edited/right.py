def scale(box):
    box.width = 1
    box.height = 3
    return box
