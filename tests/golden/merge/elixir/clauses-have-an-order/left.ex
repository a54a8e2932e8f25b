defmodule Shop.Server do
  use GenServer

  def handle_call(:get, _from, state) do
    {:reply, state, state}
  end

  def handle_call(:size, _from, state) do
    {:reply, length(state), state}
  end

  def handle_cast(:stop, state) do
    {:stop, :normal, state}
  end
end
