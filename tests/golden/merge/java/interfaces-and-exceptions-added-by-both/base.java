class Task implements Runnable {
    void load() throws IOException {
        read();
    }
}
