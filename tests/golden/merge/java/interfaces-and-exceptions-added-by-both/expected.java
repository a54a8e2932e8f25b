class Task implements Runnable, Closeable, Comparable<Task> {
    void load() throws IOException, TimeoutException {
        read();
    }
}
