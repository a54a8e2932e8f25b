def f():
    """Does it."""
    return 1
