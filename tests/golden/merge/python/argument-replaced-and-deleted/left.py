x = foo(a, c)
