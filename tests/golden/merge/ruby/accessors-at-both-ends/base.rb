class Parcel
  attr_reader :weight, :height

  def heavy?
    weight > 20
  end
end
