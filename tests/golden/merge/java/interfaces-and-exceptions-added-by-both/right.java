class Task implements Runnable, Comparable<Task> {
    void load() throws IOException, TimeoutException {
        read();
    }
}
