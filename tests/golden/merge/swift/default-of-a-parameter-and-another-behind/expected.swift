class Loader {
    func fetch(
        path: String,
        retries: Int = 3,
        cached: Bool
    ) -> Data {
        return load(path, retries)
    }
}
