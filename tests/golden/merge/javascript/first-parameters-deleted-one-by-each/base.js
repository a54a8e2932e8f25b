function connect(log = null, verbose = false, host, port, retries = 3) {
    return open(host, port);
}
