def binary(name, srcs, deps = []):
    """Builds it."""
    if not srcs:
        fail("no sources")
    srcs = sorted(srcs)
    native.genrule(
        name = name + "_gen",
        srcs = srcs,
    )
