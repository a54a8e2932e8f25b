defmodule Shop.CartTest do
  use ExUnit.Case, async: true

  describe "new" do
    test "has no lines" do
      assert Cart.new().lines == []
    end
  end
end
