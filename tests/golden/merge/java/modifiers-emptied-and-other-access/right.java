class Point {
    private int x;
    public int y;

    public Point() {
    }
}
