x(
    name = "a",
    deps = ["b", "f"] + select({"c": ["d"]}),
)
