object O {
  def g(x: Int) = x match {
    case 1 => "a"
    case _ => "z"
  }
  def f(x: Int) = x match {
    case _ => "zz"
  }
}
