class Box
  def open
    lift
  end

  def lift
    @lid.up
  end

  def close
    @lid.down
  end
end
