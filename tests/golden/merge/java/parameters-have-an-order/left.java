class Mail {
    void send(String to, String subject) {
        queue.add(to);
    }
}
