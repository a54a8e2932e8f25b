class Loader {
    private fun load(name: String): Data {
        return read(name)
    }
}
