fun main() {
    val dice = listOf(4, 6)
    roll(dice)
}
