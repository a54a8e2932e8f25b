def explain():
    """What git writes:

<<<<<<< ours
a
=======
b
>>>>>>> theirs
    """


def theirs():
    return "b"
