defmodule Shop.Cart do
  alias Shop.Customer
  alias Shop.Line

  @doc "An empty cart."
  def new, do: %{lines: [], total: 0}
end
