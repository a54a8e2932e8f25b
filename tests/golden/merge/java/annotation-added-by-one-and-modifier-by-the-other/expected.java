class T {
    @Override
    public void run() {
    }
}
