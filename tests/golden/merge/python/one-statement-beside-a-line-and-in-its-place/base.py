class Connection:
    def __init__(self, host, port):
        self.host = host
        self.port = port
        self.open()

    def close(self):
        flush(1)
        self.socket.close()
