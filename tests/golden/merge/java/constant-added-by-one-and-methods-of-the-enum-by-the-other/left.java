public enum Level {
    LOW,
    HIGH,
    EXTREME
}
