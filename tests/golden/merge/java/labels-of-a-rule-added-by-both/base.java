class S {
    boolean weekend(Day d) {
        return switch (d) {
            case SAT, SUN -> true;
            default -> false;
        };
    }
}
