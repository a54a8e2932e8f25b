RSpec.describe Cart do
  let(:cart) { Cart.new }

  it "starts empty" do
    expect(cart).to be_empty
  end
end
