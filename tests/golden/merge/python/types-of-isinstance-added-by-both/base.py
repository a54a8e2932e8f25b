def f(x):
    return isinstance(x, (int, float))
