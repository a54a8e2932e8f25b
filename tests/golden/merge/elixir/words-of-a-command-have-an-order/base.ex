defmodule Release do
  def log(dir) do
    System.cmd("git", ["log"], cd: dir)
  end
end
