def f(items):
    n = 0
    for i in items:
        n += i
    print(n)
    return n
