def connect(self):
    prepare(self)
    protocols = self.get_protocols()
    if protocols:
        check(protocols)

    scheme = self.handler.get_websocket_scheme()
    return scheme + self.host


def plan(x):
    rate = compute_rate(x, now(), strict=True)
    check(rate)
    return rate * x.size
