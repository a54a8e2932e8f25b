x(
    name = "a",
    copts = ["b"] + select({"c": ["d"]}),
)
