class Session(val id: String) {
    private val started = now()

    fun age(): Duration = now() - started
}
