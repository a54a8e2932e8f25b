class Task(val name: String) : Base(), Runnable, Closeable {
    override fun run() = work()
}
