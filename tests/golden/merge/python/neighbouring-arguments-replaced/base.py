def f():
    return call(alpha, beta)
