class Reader : Closeable, Iterable<String> {
    val at = 1
}
