class Loop:
    def add(self, callback):
        self.wake(callback)

    def add_signal(self, callback):
        with silent():
            self.add(callback)

    if futures is not None:
        KINDS = (Future, Dummy)
    else:
        KINDS = (Dummy,)

    def add_future(self, future):
        assert isinstance(future, self.KINDS)


def other():
    return Loop()
