class Loader {
    open suspend fun load(name: String): Data {
        return read(name)
    }
}
