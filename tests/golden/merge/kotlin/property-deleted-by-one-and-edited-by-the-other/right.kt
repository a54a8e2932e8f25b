class Session(val id: String) {
    private val started = Clock.now()

    fun age(): Duration = now() - started
}
