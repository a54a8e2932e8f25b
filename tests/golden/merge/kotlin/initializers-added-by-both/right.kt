class Session(val id: String) {
    private val started = now()

    init {
        check(id)
    }

    fun age(): Duration = now() - started
}
