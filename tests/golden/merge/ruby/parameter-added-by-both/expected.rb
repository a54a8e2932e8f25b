class Point
  attr_reader :x, :y

<<<<<<< left
  def initialize(x, y, z)
=======
  def initialize(x, y, label)
>>>>>>> right
    @x = x
    @y = y
  end
end
