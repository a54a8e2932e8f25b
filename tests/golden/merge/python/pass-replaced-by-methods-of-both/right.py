class Empty:
    def right(self):
        return 2


class Failure(Exception):
    status = number("right")
