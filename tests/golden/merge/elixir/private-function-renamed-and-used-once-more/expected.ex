defmodule App.Store do
  alias App.User

  def save(user) do
    user = validate(user)
    put(user)
  end

  def all do
<<<<<<< left
    list()
  end

  defp validate(user), do: user
=======
    for user <- list(), do: check(user)
  end

  defp check(user), do: user
>>>>>>> right
end
