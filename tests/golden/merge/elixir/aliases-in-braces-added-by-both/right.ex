defmodule Shop.Router do
  alias Shop.{Cart, Money, User}

  @timeout 5_000

  def call(conn, opts) do
    conn
    |> put("user", User.find(conn))
    |> send_resp(200, opts[:body])
  end

  def init(opts), do: opts
end
