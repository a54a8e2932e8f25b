def connect(self):
    scheme = "wss" if self.request.protocol == "HTTPS" else "ws"
    return scheme + self.host
