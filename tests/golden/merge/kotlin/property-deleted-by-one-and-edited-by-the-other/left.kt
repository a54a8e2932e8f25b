class Session(val id: String) {
    fun age(): Duration = Duration.ZERO
}
