defmodule Cart do
  def total(%{items: []}), do: 0.0

  def total(%{items: items}) do
    Enum.sum(items)
  end
end
