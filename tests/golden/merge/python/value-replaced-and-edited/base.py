def connect(self):
    scheme = "wss" if self.request.protocol == "https" else "ws"
    return scheme + self.host
