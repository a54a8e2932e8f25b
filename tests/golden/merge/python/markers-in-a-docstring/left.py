def explain():
    """What git writes:

<<<<<<< ours
a
=======
b
>>>>>>> theirs
    """


def ours():
    return "a"
