class Loader {
<<<<<<< left
    private fun load(name: String): Data {
=======
    internal fun load(name: String): Data {
>>>>>>> right
        return read(name)
    }
}
