class Point {
    private int x;
    private int y;

    public Point() {
    }
}
