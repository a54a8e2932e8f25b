def area(w, height):
    check(w)
    check(height)
<<<<<<< left
=======
    log("area", width)
    return width * height
>>>>>>> right
<<<<<<< left.py
    log("area")
    return w * height
=======
    log("area", width)
    return width * height
>>>>>>> right.py
