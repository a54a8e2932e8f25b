def sign(n):
    if n == 0:
        return "zero"
    elif n > 0:
        return "plus"
    else:
        return "other"
