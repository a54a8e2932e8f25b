class Parcel
  attr_reader :code, :weight, :height

  def heavy?
    weight > 20
  end
end
