class Loader {
    func fetch(
        path: String,
        retries: Int
    ) -> Data {
        return load(path, retries)
    }
}
