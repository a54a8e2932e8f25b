defmodule Shop.CartTest do
  use ExUnit.Case, async: true

  describe "new" do
    test "has no lines" do
      assert Cart.new().lines == []
    end

    test "has no owner", %{conn: conn} do
      assert is_nil(owner(conn))
    end
  end
end
