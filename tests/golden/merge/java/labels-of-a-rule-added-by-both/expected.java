class S {
    boolean weekend(Day d) {
        return switch (d) {
            case SAT, SUN, HOLIDAY, FEAST -> true;
            default -> false;
        };
    }
}
