class Buffer {
    private int length;
    private byte[] bytes;

    int size() {
        return length;
    }

    void grow() {
        bytes = copy(bytes);
    }

    void clear() {
        bytes = new byte[0];
    }
}
