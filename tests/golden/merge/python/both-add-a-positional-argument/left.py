plot(
    xs,
    ys,
    errors,
)
show()
