class Session(val id: String) {
    private val started = now()

    init {
<<<<<<< left
        register(this)
=======
        check(id)
>>>>>>> right
    }

    fun age(): Duration = now() - started
}
