class Reader : Other() {
    val at = 1
}
