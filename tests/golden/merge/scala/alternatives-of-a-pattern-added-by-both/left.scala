object T {
  def f(x: Int) = x match {
    case 1 | 2 | 3 => "low"
    case _ => "high"
  }
}
