class Session(val id: String) {
    private val started = now()
    lateinit var user: User

    fun age(): Duration = now() - started
}
