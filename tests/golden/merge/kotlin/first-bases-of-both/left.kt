class Reader : Closeable {
    val at = 1
}
