defmodule Shop.MixProject do
  use Mix.Project

  defp deps do
    [
      {:phoenix, "~> 1.7"},
      {:ecto, "~> 3.11"},
      {:bandit, "~> 1.0", only: :prod}
    ]
  end
end
