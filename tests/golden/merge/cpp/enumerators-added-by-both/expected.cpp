enum class Level : int {
    Debug,
    Error,
<<<<<<< left
    Fatal,
=======
    Panic,
>>>>>>> right
};
