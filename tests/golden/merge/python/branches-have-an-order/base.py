def sign(n):
    if n == 0:
        return "zero"
    else:
        return "other"
