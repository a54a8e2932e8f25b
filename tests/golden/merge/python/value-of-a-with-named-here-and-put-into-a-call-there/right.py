def f(x):
    with closing(open(x)):
        return 1
