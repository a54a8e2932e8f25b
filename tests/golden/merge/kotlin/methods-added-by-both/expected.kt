class Session(val id: String) {
    private val started = now()

    fun age(): Duration = now() - started

    fun expired() = age() > LIMIT

    override fun toString(): String {
        return "Session($id)"
    }
}
