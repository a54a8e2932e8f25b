def f():
    return call(alpha2, beta)
