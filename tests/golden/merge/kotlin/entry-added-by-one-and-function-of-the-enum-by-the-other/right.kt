enum class Level {
    LOW,
    HIGH;

    fun loud() = this == HIGH
}
