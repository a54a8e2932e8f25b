fun main() {
<<<<<<< left
    val dice = listOf(4, 6, 8)
=======
    val dice = listOf(4, 6, 20)
>>>>>>> right
    roll(dice)
}
