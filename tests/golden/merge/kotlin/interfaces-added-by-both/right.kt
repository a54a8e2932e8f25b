class Task(val name: String) : Base(), Runnable, Comparable<Task> {
    override fun run() = work()
}
