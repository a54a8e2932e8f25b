class Buffer {
    private int length;
    private byte[] bytes;

    int size() {
<<<<<<< left
        return length;
    }

    void grow() {
        bytes = copy(bytes);
    }

    void clear() {
        bytes = new byte[0];
=======
        return size;
    }

    void grow() {
        bytes = copy(bytes);
    }

    void clear() {
        bytes = new byte[size];
>>>>>>> right
    }
}
