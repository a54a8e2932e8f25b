require 'json'
require 'set'

class Box
  attr_reader :items, :name

  def initialize(name)
    @name = name
    @items = []
  end

  def add(item)
    @items << item
    self
  end

  def size
    @items.size
  end

  private

  def check(item)
    raise ArgumentError unless item
  end
end
