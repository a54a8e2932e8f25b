class Task implements Runnable, Closeable {
    void load() throws IOException {
        read();
    }
}
