class Door {
    void open() {
        angle = 90;
    }

    public void close() {
        turn(-90);
    }
}
