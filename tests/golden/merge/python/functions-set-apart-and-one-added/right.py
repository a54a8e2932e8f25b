X = 2
def a():
    return X
def b():
    return 2
def c():
    return 2
def d():
    return 3
