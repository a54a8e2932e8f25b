function connect(log = null, host, port, retries = 3) {
    return open(host, port);
}
