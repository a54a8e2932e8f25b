<<<<<<< left
fun area(w: Int, h: Int): Int {
    return w + h
}
=======
fun area(w: Int, h: Int): Int = w * h * SCALE
>>>>>>> right
