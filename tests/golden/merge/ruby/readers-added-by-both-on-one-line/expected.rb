class Point
  attr_reader :x, :y, :z, :label

  def initialize(x, y)
    @x = x
    @y = y
  end
end
