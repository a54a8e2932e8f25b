defmodule Tally do
  def count(list) do
    list
    |> Enum.frequencies()
    |> Map.to_list()
  end

  def top(list) do
    list |> count() |> List.first()
  end
end
