defmodule Shop.Router do
  alias Shop.{Cart, User}

  @timeout 5_000

  def call(conn, opts) do
    conn
    |> put("user", User.get(conn))
    |> send_resp(200, opts[:body])
  end

  def init(opts), do: opts
end
