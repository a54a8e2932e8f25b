class Limits {
    private static int MAX = 10;
}
