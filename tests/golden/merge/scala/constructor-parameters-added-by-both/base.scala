case class Point(x: Int, y: Int)

object Origin extends Point(0, 0)
