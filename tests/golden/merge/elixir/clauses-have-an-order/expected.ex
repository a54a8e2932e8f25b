defmodule Shop.Server do
  use GenServer

  def handle_call(:get, _from, state) do
    {:reply, state, state}
  end

<<<<<<< left
  def handle_call(:size, _from, state) do
    {:reply, length(state), state}
=======
  def handle_call(_request, _from, state) do
    {:reply, :error, state}
>>>>>>> right
  end

  def handle_cast(:stop, state) do
    {:stop, :normal, state}
  end
end
