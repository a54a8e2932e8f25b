class Parcel
  attr_reader :weight, :height, :sender

  def heavy?
    weight > 20
  end
end
