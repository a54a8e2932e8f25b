def explain():
    """What git writes:

<<<<<<< ours
a
=======
b
>>>>>>> theirs
    """
