def f():
    """Does it well."""
    return 1
