x(
    name = "a",
    copts = ["b", "f"] + select({"c": ["d"]}),
)
