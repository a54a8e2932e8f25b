class T {
    @Override
    void run() {
    }
}
