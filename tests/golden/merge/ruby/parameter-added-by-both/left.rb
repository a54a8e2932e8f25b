class Point
  attr_reader :x, :y

  def initialize(x, y, z)
    @x = x
    @y = y
  end
end
