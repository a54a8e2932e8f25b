def binary(name, srcs, deps = []):
    """Builds it."""
    if not srcs:
        fail("no sources")
    native.genrule(
        name = name + "_gen",
        srcs = srcs,
    )

def library(name):
    binary(name, [])

def test(name):
    pass
