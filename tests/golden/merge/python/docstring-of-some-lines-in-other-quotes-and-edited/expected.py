def f():
    """Does it.

    Later.
    """
    return 1
