import Config

config :shop, Shop.Repo,
  database: "shop",
  pool_size: 10,
  username: "shop"

config :logger, level: :info
