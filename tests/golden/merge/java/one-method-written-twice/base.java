class Door {
    void open() {
        angle = 90;
    }
}
