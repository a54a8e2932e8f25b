defmodule Report do
  def run(rows) do
    rows
    |> Enum.filter(&valid?/1)
    |> Enum.map(&format/1)
    |> Enum.join("\n")
  end

  def help do
    """
    Usage: report FILE
    Options: --all
    """
  end
end
