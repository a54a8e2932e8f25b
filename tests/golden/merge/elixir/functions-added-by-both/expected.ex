defmodule Shop.Cart do
  alias Shop.Customer
  alias Shop.Line

  @doc "An empty cart."
  def new, do: %{lines: [], total: 0}

  @doc "How many lines there are."
  @spec count(map()) :: integer()
  def count(cart) do
    length(cart.lines)
  end

  @doc "Adds a line."
  def add(cart, %Line{} = line) do
    %{cart | lines: [line | cart.lines]}
  end
end
