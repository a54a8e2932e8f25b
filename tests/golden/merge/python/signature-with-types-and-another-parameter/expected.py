def connect(
    host: str,
    port: int,
    timeout: float = 5.0,
    retries=3,
) -> socket.socket:
    """Connect to a host."""
    return socket.create_connection((host, port), timeout)


def listen(port: int, backlog: int = 128):
    return socket.create_server(("", port), backlog=backlog)
