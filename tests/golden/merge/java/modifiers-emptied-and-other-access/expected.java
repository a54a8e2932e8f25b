class Point {
    private int x;
<<<<<<< left
    int y;
=======
    public int y;
>>>>>>> right

    public Point() {
    }
}
