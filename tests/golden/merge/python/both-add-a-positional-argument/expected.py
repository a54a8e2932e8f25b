plot(
    xs,
    ys,
<<<<<<< left
    errors,
=======
    weights,
>>>>>>> right
)
show()
