defmodule Shop.CartTest do
  use ExUnit.Case, async: true

  describe "new" do
    test "has no lines" do
      assert Cart.new().lines == []
    end

    test "costs nothing" do
      assert Cart.new().total == 0
    end
  end
end
