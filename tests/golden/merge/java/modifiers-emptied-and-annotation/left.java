class Point {
    int x;
    private int y;

    public Point() {
    }
}
