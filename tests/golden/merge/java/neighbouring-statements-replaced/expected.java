class Request {
    Request(Type type, String address, int port) {
        requireNonNull(type, "type");
        requireNonNull(address, "address");
        checkInRange(port, 1, 65535);
        this.type = type;
        this.port = port;
    }
}
