def binary(name, srcs, deps = []):
    """Builds it."""
    if not srcs:
        fail("no sources")
<<<<<<< left
    srcs = sorted(srcs)
=======
    deps = depset(deps)
>>>>>>> right
    native.genrule(
        name = name + "_gen",
        srcs = srcs,
    )
