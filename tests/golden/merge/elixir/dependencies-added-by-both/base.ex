defmodule Shop.MixProject do
  use Mix.Project

  defp deps do
    [
      {:phoenix, "~> 1.7"},
      {:ecto, "~> 3.11"}
    ]
  end
end
