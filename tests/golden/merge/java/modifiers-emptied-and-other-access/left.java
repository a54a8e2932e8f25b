class Point {
    private int x;
    int y;

    public Point() {
    }
}
