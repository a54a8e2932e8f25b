class Point {
    @Nullable
    private int x;
    private int y;

    public Point() {
    }
}
