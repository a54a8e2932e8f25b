fun main() {
    val dice = listOf(4, 6, 8)
    roll(dice)
}
