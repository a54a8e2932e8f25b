defmodule Store do
  def load(path) do
    File.read(path)
  end

  def size(path) do
    byte_size(load(path))
  end
end
