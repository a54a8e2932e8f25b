defmodule App.Store do
  alias App.User

  def save(user) do
    user = validate(user)
    put(user)
  end

  def all do
    list()
  end

  defp validate(user), do: user
end
