x(
    name = "a",
    deps = ["b", "e", "f"] + select({"c": ["d"]}),
)
