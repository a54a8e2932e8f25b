fun say(code: Int) = when (code) {
    200 -> "ok"
    500 -> "broken"
    else -> "?"
}
