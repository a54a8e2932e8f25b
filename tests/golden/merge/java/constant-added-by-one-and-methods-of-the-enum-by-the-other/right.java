public enum Level {
    LOW,
    HIGH;

    boolean loud() {
        return this == HIGH;
    }
}
