x = foo(a, bb, c)
