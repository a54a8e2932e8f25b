def weight(code: Int) = code match {
<<<<<<< left
  case 3 | 5 => 30
  case 4 => 40
=======
  case 3 => 30
  case 4 | 5 => 40
>>>>>>> right
  case _ => 0
}
