object Say {
  def say(code: Int): String = code match {
    case 200 => "ok"
<<<<<<< left
    case 404 => "not found"
=======
    case 500 => "broken"
>>>>>>> right
    case _ => "?"
  }
}
