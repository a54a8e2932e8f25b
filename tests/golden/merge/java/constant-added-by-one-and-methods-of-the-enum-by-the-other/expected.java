public enum Level {
    LOW,
    HIGH,
    EXTREME;

    boolean loud() {
        return this == HIGH;
    }
}
