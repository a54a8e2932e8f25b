x(
    name = "a",
    deps = ["b"] + select({"c": ["d"]}),
)
