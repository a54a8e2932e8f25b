class Loader {
    func fetch(
        path: String,
        retries: Int,
        cached: Bool
    ) -> Data {
        return load(path, retries)
    }
}
