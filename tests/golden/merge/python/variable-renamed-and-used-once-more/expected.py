def f(items):
    total = 0
    for i in items:
<<<<<<< left
        total += i
    return total
=======
        n += i
    print(n)
    return n
>>>>>>> right
