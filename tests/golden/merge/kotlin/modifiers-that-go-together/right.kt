class Loader {
    suspend fun load(name: String): Data {
        return read(name)
    }
}
