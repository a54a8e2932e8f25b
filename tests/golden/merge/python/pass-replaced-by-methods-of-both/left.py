class Empty:
    def left(self):
        return 1


class Failure(Exception):
    code = number("left")
