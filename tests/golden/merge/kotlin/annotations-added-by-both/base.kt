class Loader {
    fun load(name: String): Data {
        return read(name)
    }
}
