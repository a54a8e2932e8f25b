class Connection:
    def __init__(self, host, port):
        self.host = host
        self.port = port
        self.user = None
        self.open()

    def close(self):
        flush(1)
        flush(2)
        self.socket.close()
