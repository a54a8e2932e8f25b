class Box
  def open
    lift
  end

  private

  def lift
    @lid.up
  end
end
