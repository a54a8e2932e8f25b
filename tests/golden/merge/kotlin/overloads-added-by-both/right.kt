object Log {
    fun write(text: String) = println(text)

    fun write(error: Throwable) = write(error.message ?: "?")
}
