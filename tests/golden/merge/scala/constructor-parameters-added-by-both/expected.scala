<<<<<<< left
case class Point(x: Int, y: Int, z: Int)
=======
case class Point(x: Int, y: Int, label: String)
>>>>>>> right

object Origin extends Point(0, 0)
