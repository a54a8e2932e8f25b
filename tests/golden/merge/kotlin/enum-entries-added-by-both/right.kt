enum class Suit(val red: Boolean) {
    HEARTS(true),
    SPADES(false),
    DIAMONDS(true),
    ;

    fun black() = !red
}
