class Reader : Iterable<String> {
    val at = 1
}
