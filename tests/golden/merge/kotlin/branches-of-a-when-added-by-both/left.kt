fun say(code: Int) = when (code) {
    200 -> "ok"
    404 -> "not found"
    else -> "?"
}
