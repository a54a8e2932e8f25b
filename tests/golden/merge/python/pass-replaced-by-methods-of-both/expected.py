class Empty:
    def left(self):
        return 1

    def right(self):
        return 2


class Failure(Exception):
<<<<<<< left
    code = number("left")
=======
    status = number("right")
>>>>>>> right
