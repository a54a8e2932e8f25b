require 'json'
require 'set'

class Box
  attr_reader :name

  def initialize(name)
    @name = name
    @list = []
  end

  def add(item)
    @list << item
    self
  end

  def size
<<<<<<< left
    @list.size
=======
    @items.size
  end

  def first
    @items.first
>>>>>>> right
  end

  private

  def check(item)
    raise ArgumentError unless item
  end
end
