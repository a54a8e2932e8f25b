object Log {
    fun write(text: String) = println(text)

    fun write(number: Int) = write(number.toString())
}
