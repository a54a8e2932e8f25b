def one():
    return 1


<<<<<<< left
=======
def two():
    return int("2")


>>>>>>> right
def three():
    return 3
