class Task(val name: String) : Base(), Runnable, Closeable, Comparable<Task> {
    override fun run() = work()
}
