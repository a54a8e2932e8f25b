class Session(val id: String) {
    private val started = now()

    init {
        register(this)
    }

    fun age(): Duration = now() - started
}
