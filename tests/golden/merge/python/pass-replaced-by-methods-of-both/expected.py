class Empty:
    def left(self):
        return 1

    def right(self):
        return 2


class Failure(Exception):
<<<<<<< left
    code = 1
=======
    status = 2
>>>>>>> right
