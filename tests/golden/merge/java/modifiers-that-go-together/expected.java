class Limits {
    private static final int MAX = 10;
}
