class Reader {
    val at = 1
}
