X = 1
def a():
    return X
def b():
    return 2
def c():
    return 2
