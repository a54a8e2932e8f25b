class Parcel
  attr_reader :code, :weight, :height, :sender

  def heavy?
    weight > 20
  end
end
