class Session(val id: String) {
    private val started = now()
    var user: User? = null
    private val log = Log("session")

    fun age(): Duration = now() - started
}
