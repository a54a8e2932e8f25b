function connect(host, port, retries = 3) {
    return open(host, port);
}
