RSpec.describe Cart do
  let(:cart) { Cart.new }

  it "starts empty" do
    expect(cart).to be_empty
  end

  it "counts lines" do
    expect(cart.count).to eq(0)
  end

  it "sums prices" do
    expect(cart.total).to eq(0)
  end
end
