class Loop:
    def add(self, callback):
        self.wake(callback)

    if futures is not None:
        KINDS = (Future, Dummy)
    else:
        KINDS = (Dummy,)

    def add_future(self, future):
        assert isinstance(future, self.KINDS)


def other():
    return Loop()
