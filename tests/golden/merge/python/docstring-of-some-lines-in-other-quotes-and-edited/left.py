def f():
    """Does it.

    At once.
    """
    return 1
