defmodule Shop.MixProject do
  use Mix.Project

  defp deps do
    [
      {:phoenix, "~> 1.8"},
      {:ecto, "~> 3.12"}
    ]
  end
end
