class Buffer {
    private int size;
    private byte[] bytes;

    int size() {
        return size;
    }

    void grow() {
        bytes = copy(bytes);
    }

    void clear() {
        bytes = new byte[0];
    }
}
