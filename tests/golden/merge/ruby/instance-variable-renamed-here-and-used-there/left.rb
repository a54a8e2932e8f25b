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
    @list.size
  end

  private

  def check(item)
    raise ArgumentError unless item
  end
end
