class Door {
    void open() {
        angle = 90;
    }

    void close() {
        angle = 0;
    }
}
