class Engine {
    private void start() {
        run();
    }
}
