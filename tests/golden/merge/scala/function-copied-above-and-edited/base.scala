object O {
  def f(x: Int) = x match {
    case 1 => "a"
    case _ => "z"
  }
}
