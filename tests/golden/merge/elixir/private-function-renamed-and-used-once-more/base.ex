defmodule App.Store do
  alias App.User

  def save(user) do
    user = check(user)
    put(user)
  end

  def all do
    list()
  end

  defp check(user), do: user
end
