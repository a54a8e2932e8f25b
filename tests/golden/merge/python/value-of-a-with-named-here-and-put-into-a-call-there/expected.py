def f(x):
    with closing(open(x)) as g:
        return 1
