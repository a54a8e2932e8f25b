class Meter(unit: String) {

  private val seen = mutable.LinkedHashMap.empty[String, Int]

  def add(name: String): Unit =
    seen.update(name, seen.getOrElse(name, 0) + 1)

  /** What was counted. */
  def report: String =
    seen.mkString(unit)
}

object Meter {
  val Unit = "x"

  def apply(): Meter = new Meter(Unit)
}
