class Session(val id: String) {
    private val started = now()
<<<<<<< left
    var user: User? = null
=======
    lateinit var user: User
>>>>>>> right

    fun age(): Duration = now() - started
}
