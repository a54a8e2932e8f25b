x(
    name = "a",
    copts = ["b", "e"] + select({"c": ["d"]}),
)
