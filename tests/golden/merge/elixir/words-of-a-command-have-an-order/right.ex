defmodule Release do
  def log(dir) do
    System.cmd("git", ["log", "--all"], cd: dir)
  end
end
