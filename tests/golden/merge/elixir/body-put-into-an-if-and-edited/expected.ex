defmodule Report do
  def run(rows) do
    if rows == [] do
      "nothing"
    else
      rows
      |> Enum.filter(&valid?/1)
      |> Enum.map(&format(&1, :short))
      |> Enum.join("\n")
    end
  end

  def help do
    """
    Usage: report FILE
    Options: none
    """
  end
end
