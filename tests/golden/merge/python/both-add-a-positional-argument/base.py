plot(
    xs,
    ys,
)
show()
