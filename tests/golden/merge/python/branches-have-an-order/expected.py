def sign(n):
    if n == 0:
        return "zero"
<<<<<<< left
    elif n > 0:
        return "plus"
=======
    elif n < 0:
        return "minus"
>>>>>>> right
    else:
        return "other"
