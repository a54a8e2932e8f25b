defmodule Release do
  def log(dir) do
<<<<<<< left
    System.cmd("git", ["log", "--oneline"], cd: dir)
=======
    System.cmd("git", ["log", "--all"], cd: dir)
>>>>>>> right
  end
end
