enum class Level : int {
    Debug,
    Error,
    Panic,
};
