class Loop:
    def add(self, callback):
        self.wake(callback)


def other():
    return Loop()
