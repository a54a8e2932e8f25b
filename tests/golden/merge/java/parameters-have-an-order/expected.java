class Mail {
<<<<<<< left
    void send(String to, String subject) {
=======
    void send(String to, int priority) {
>>>>>>> right
        queue.add(to);
    }
}
