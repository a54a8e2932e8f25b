enum class Level {
    LOW,
    HIGH,
    EXTREME
}
