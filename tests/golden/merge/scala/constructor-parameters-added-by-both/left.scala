case class Point(x: Int, y: Int, z: Int)

object Origin extends Point(0, 0)
