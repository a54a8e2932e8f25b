x(
    name = "a",
<<<<<<< left
    copts = ["b", "e"] + select({"c": ["d"]}),
=======
    copts = ["b", "f"] + select({"c": ["d"]}),
>>>>>>> right
)
