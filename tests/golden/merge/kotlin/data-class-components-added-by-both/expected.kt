data class Point(
    val x: Int,
    val y: Int,
<<<<<<< left
    val z: Int,
=======
    val label: String,
>>>>>>> right
)
