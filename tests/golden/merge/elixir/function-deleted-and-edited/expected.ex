defmodule Shop.Router do
  alias Shop.{Cart, User}

  @timeout 5_000

  def call(conn, opts) do
    conn
    |> put("user", User.find(conn))
    |> send_resp(200, opts[:body])
  end

<<<<<<< left
=======
  def init(opts), do: Keyword.new(opts)

>>>>>>> right
  def child_spec(opts), do: Supervisor.child_spec(__MODULE__, opts)
end
