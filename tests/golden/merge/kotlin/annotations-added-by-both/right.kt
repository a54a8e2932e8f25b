class Loader {
    @Throws(IOException::class)
    fun load(name: String): Data {
        return read(name)
    }
}
