<<<<<<< left
x = foo(a, c)
=======
x = foo(a, bb, c)
>>>>>>> right
