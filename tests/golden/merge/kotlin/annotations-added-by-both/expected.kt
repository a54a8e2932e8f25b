class Loader {
    @Deprecated("use open")
    @Throws(IOException::class)
    fun load(name: String): Data {
        return read(name)
    }
}
