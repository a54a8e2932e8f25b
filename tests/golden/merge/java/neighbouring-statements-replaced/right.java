class Request {
    Request(Type type, String address, int port) {
        requireNonNull(type, "type");
        requireNonNull(address, "address");
        if (port <= 0 || port >= 65536) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1~65535)");
        }
        this.type = type;
        this.port = port;
    }
}
