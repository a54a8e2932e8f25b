class Task(val name: String) : Base(), Runnable {
    override fun run() = work()
}
