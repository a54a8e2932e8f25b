class T {
  def parse(text: String): T = {
    val parts = text.split(",")
    require(parts.length == 2)
    new T
  }

  val a = 1
}

object T {
  val b = 2
}
