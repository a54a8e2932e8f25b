defmodule Release do
  def log(dir) do
    System.cmd("git", ["log", "--oneline"], cd: dir)
  end
end
