defmodule Box do
  alias Box.Item
  alias Box.Repo

  @limit 10

  def add(box, item) do
    items = [item | box.items]
    %{box | items: items}
  end

  def size(box) do
    min(length(box.items), @limit)
  end

  defp check(nil), do: {:error, :nil}
  defp check(item), do: {:ok, item}
end
