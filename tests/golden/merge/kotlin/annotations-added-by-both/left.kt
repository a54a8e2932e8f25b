class Loader {
    @Deprecated("use open")
    fun load(name: String): Data {
        return read(name)
    }
}
