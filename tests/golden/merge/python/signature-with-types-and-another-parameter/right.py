def connect(host, port, timeout=5.0, retries=3):
    """Connect to a host."""
    return socket.create_connection((host, port), timeout)


def listen(port, backlog=128):
    return socket.create_server(("", port), backlog=backlog)
