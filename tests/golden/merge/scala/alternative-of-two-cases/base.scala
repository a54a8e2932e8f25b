def weight(code: Int) = code match {
  case 3 => 30
  case 4 => 40
  case _ => 0
}
