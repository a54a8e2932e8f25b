defmodule Shop.Cart do
  alias Shop.Customer
  alias Shop.Line

  @doc "An empty cart."
<<<<<<< left
  def new, do: %{lines: [], total: 0, user: nil}
=======
  def new, do: %{lines: [], total: 0, user: %User{}}
>>>>>>> right
end
