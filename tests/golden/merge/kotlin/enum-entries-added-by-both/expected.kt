enum class Suit(val red: Boolean) {
    HEARTS(true),
    SPADES(false),
    CLUBS(false),
    DIAMONDS(true),
    ;

    fun black() = !red
}
