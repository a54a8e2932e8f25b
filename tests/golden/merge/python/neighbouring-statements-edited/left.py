def scale(box):
    box.width = 2
    box.height = 1
    return box
