class Request {
    Request(Type type, String address, int port) {
        if (type == null) {
            throw new NullPointerException("type");
        }
        if (address == null) {
            throw new NullPointerException("address");
        }
        checkInRange(port, 1, 65535);
        this.type = type;
        this.port = port;
    }
}
