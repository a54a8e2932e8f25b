class Door {
    void open() {
        angle = 90;
    }

<<<<<<< left
    void close() {
        angle = 0;
=======
    public void close() {
        turn(-90);
>>>>>>> right
    }
}
