defmodule Shop.Router do
  alias Shop.{Cart, User}

<<<<<<< left
  @timeout 10_000
=======
  @timeout :infinity
>>>>>>> right

  def call(conn, opts) do
    conn
    |> put("user", User.find(conn))
    |> send_resp(200, opts[:body])
  end

  def init(opts), do: opts
end
