defmodule Tally do
  def tally(list) do
    list
    |> Enum.frequencies()
    |> Map.to_list()
  end

  def top(list) do
    list |> tally() |> List.first()
  end
end
