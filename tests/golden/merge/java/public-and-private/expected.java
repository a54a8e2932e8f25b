class Engine {
<<<<<<< left
    public void start() {
=======
    private void start() {
>>>>>>> right
        run();
    }
}
