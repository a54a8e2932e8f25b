fun main() {
    val dice = listOf(4, 6, 20)
    roll(dice)
}
