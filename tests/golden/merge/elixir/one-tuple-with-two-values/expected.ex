defmodule Shop.Server do
  use GenServer

  def handle_call(:get, _from, state) do
    {:reply, state, state}
  end

  def handle_cast(:stop, state) do
<<<<<<< left
    {:stop, :shutdown, state}
=======
    {:stop, {:shutdown, :asked}, state}
>>>>>>> right
  end
end
