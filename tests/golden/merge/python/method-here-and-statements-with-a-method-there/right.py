class Loop:
    def add(self, callback):
        self.wake(callback)

    def add_signal(self, callback):
        with silent():
            self.add(callback)


def other():
    return Loop()
