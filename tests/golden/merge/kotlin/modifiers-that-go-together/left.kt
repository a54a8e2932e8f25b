class Loader {
    open fun load(name: String): Data {
        return read(name)
    }
}
