object Words:
  def count(text: String): Int =
    text.split(" ").length

  def first(text: String): String =
    text.takeWhile(_ != ' ')
