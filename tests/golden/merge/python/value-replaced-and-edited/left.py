def connect(self):
    scheme = self.handler.get_websocket_scheme()
    return scheme + self.host
