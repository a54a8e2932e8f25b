enum class Suit(val red: Boolean) {
    HEARTS(true),
    SPADES(false),
    ;

    fun black() = !red
}
