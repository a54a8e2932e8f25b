class T {
    void run() {
    }
}
