def area(width, height):
    check(width)
    check(height)
    log("area")
    return width * height
