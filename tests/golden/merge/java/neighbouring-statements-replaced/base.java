class Request {
    Request(Type type, String address, int port) {
        if (type == null) {
            throw new NullPointerException("type");
        }
        if (address == null) {
            throw new NullPointerException("address");
        }
        if (port <= 0 || port >= 65536) {
            throw new IllegalArgumentException("port: " + port + " (expected: 1~65535)");
        }
        this.type = type;
        this.port = port;
    }
}
