class Box
  def open
    lift
  end

<<<<<<< left
  private

  def lift
    @lid.up
=======
  def lift
    @lid.up
  end

  def close
    @lid.down
>>>>>>> right
  end
end
