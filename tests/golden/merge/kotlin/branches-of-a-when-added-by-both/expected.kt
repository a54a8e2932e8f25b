fun say(code: Int) = when (code) {
    200 -> "ok"
<<<<<<< left
    404 -> "not found"
=======
    500 -> "broken"
>>>>>>> right
    else -> "?"
}
