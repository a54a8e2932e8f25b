class Point {
    @Nullable
    int x;
    private int y;

    public Point() {
    }
}
