defmodule Tally do
  def tally(list) do
    list
    |> Enum.frequencies_by(&key/1)
    |> Map.to_list()
  end

  def top(list) do
    list |> tally() |> List.first()
  end
end
