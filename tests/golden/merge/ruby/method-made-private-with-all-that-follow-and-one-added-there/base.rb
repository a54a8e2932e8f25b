class Box
  def open
    lift
  end

  def lift
    @lid.up
  end
end
