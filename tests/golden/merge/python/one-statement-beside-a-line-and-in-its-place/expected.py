class Connection:
    def __init__(self, host, port):
        self.set_address(host, port)
        self.user = None
        self.open()

    def close(self):
<<<<<<< left
        flush(1)
=======
>>>>>>> right
        flush(2)
        self.socket.close()
