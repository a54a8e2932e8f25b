def connect(self):
    prepare(self)
    protocols = self.get_protocols()
    if protocols:
        check(protocols)

    scheme = "wss" if self.request.protocol == "https" else "ws"
    return scheme + self.host


def plan(x):
    rate = LOOKUP[x.kind]
    check(rate)
    return rate * x.size
