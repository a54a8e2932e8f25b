class Limits {
    private final int MAX = 10;
}
