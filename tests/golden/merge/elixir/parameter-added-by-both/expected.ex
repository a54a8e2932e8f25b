defmodule Tally do
<<<<<<< left
  def count(list, limit) do
=======
  def count(list, options) do
>>>>>>> right
    list
    |> Enum.frequencies()
    |> Map.to_list()
  end

  def top(list) do
    list |> count() |> List.first()
  end
end
