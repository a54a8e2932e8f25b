class Engine {
    void start() {
        run();
    }
}
