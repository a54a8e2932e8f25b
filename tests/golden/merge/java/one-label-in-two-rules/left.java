class A {
    int f(int n) {
        return switch (n) {
            case 1, 2, 7 -> 10;
            case 3 -> 20;
            default -> 0;
        };
    }
}
