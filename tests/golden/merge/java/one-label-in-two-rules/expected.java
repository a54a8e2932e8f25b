class A {
    int f(int n) {
        return switch (n) {
<<<<<<< left
            case 1, 2, 7 -> 10;
            case 3 -> 20;
=======
            case 1, 2 -> 10;
            case 3, 7 -> 20;
>>>>>>> right
            default -> 0;
        };
    }
}
