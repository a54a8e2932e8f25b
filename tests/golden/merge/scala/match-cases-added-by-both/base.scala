object Say {
  def say(code: Int): String = code match {
    case 200 => "ok"
    case _ => "?"
  }
}
