object Say {
  def say(code: Int): String = code match {
    case 200 => "ok"
    case 404 => "not found"
    case _ => "?"
  }
}
