def connect(self):
    prepare(self)
    scheme = self.handler.get_websocket_scheme()
    return scheme + self.host


def plan(x):
    rate = compute_rate(x, now(), strict=True)
    return rate * x.size
