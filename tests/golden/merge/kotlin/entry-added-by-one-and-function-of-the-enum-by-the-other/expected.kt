enum class Level {
    LOW,
    HIGH,
    EXTREME;

    fun loud() = this == HIGH
}
