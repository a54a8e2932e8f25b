class T {
    public void run() {
    }
}
