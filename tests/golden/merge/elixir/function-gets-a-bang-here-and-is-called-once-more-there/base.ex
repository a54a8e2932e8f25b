defmodule Store do
  def load(path) do
    File.read(path)
  end

  def size(path) do
    File.stat(path).size
  end
end
