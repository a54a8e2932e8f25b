object T {
  def f(x: Int) = x match {
    case 1 | 2 => "low"
    case _ => "high"
  }
}
