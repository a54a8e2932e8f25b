fun say(code: Int) = when (code) {
    200 -> "ok"
    else -> "?"
}
