class Point
  attr_reader :x, :y, :label

  def initialize(x, y)
    @x = x
    @y = y
  end
end
