class Empty:
    pass


class Failure(Exception):
    pass
