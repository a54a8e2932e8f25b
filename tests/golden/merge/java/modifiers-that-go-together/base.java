class Limits {
    private int MAX = 10;
}
