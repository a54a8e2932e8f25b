class Session(val id: String) {
<<<<<<< left
=======
    private val started = Clock.now()

>>>>>>> right
    fun age(): Duration = Duration.ZERO
}
