class S {
    boolean weekend(Day d) {
        return switch (d) {
            case SAT, SUN, FEAST -> true;
            default -> false;
        };
    }
}
