class Mail {
    void send(String to, int priority) {
        queue.add(to);
    }
}
