class Reader : Base() {
    val at = 1
}
