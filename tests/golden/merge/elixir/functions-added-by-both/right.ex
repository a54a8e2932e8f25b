defmodule Shop.Cart do
  alias Shop.Customer
  alias Shop.Line

  @doc "An empty cart."
  def new, do: %{lines: [], total: 0}

  @doc "Adds a line."
  def add(cart, %Line{} = line) do
    %{cart | lines: [line | cart.lines]}
  end
end
