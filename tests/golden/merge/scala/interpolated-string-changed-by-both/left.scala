object Hello {
  def greet(name: String): String = {
    val time = now()
    s"Good day $name, it is $time"
  }
}
