x(
    name = "a",
    deps = ["b", "e"] + select({"c": ["d"]}),
)
