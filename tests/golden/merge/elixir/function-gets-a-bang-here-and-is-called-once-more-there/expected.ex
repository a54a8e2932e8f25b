defmodule Store do
<<<<<<< left
  def load!(path) do
    File.read!(path)
  end

  def size(path) do
    File.stat(path).size
=======
  def load(path) do
    File.read(path)
  end

  def size(path) do
    byte_size(load(path))
>>>>>>> right
  end
end
