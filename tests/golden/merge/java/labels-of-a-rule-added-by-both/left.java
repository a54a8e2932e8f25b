class S {
    boolean weekend(Day d) {
        return switch (d) {
            case SAT, SUN, HOLIDAY -> true;
            default -> false;
        };
    }
}
