class Session(val id: String) {
    private val started = now()
    var user: User? = null

    fun age(): Duration = now() - started
}
