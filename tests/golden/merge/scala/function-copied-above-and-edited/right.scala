object O {
  def f(x: Int) = x match {
    case _ => "zz"
  }
}
