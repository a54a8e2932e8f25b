object Log {
    fun write(text: String) = println(text)
}
