class Loader {
    internal fun load(name: String): Data {
        return read(name)
    }
}
