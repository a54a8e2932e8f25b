enum class Suit(val red: Boolean) {
    HEARTS(true),
    SPADES(false),
    CLUBS(false),
    ;

    fun black() = !red
}
