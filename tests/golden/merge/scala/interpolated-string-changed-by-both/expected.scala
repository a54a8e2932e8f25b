object Hello {
  def greet(name: String): String = {
    val time = now()
<<<<<<< left
    s"Good day $name, it is $time"
=======
    s"Hello $name, it is now $time"
>>>>>>> right
  }
}
