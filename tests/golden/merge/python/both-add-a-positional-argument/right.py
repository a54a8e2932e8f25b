plot(
    xs,
    ys,
    weights,
)
show()
