class Loader {
    func fetch(
        path: String,
        retries: Int = 3
    ) -> Data {
        return load(path, retries)
    }
}
