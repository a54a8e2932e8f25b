def area(w, height):
    check(w)
    check(height)
<<<<<<< left.py
    log("area")
    return w * height
=======
    log("area", width)
    return width * height
>>>>>>> right.py
