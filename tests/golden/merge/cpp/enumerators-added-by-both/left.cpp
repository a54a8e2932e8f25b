enum class Level : int {
    Debug,
    Error,
    Fatal,
};
