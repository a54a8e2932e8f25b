def area(width, height):
    check(width)
    check(height)
    log("area", width)
    return width * height
