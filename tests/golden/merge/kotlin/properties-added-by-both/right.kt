class Session(val id: String) {
    private val started = now()
    private val log = Log("session")

    fun age(): Duration = now() - started
}
