object Hello {
  def greet(name: String): String = {
    val time = now()
    s"Hello $name, it is now $time"
  }
}
