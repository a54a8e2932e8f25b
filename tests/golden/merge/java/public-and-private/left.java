class Engine {
    public void start() {
        run();
    }
}
