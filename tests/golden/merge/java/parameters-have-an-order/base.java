class Mail {
    void send(String to) {
        queue.add(to);
    }
}
