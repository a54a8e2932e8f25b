def connect(self):
    prepare(self)
    scheme = "wss" if self.request.protocol == "https" else "ws"
    return scheme + self.host


def plan(x):
    rate = LOOKUP[x.kind]
    return rate * x.size
