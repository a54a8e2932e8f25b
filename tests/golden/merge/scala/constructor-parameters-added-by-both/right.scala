case class Point(x: Int, y: Int, label: String)

object Origin extends Point(0, 0)
