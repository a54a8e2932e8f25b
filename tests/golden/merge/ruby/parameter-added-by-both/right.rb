class Point
  attr_reader :x, :y

  def initialize(x, y, label)
    @x = x
    @y = y
  end
end
