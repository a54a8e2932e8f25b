import Config

config :shop, Shop.Repo,
  database: "shop",
  pool_size: 10

config :logger, level: :info
