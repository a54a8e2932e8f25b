def connect(self):
<<<<<<< left
    scheme = self.handler.get_websocket_scheme()
=======
    scheme = "wss" if self.request.protocol == "HTTPS" else "ws"
>>>>>>> right
    return scheme + self.host
