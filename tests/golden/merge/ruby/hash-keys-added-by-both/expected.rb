require "date"
require "json"

DEFAULTS = {
  port: 8080,
  host: "localhost",
  timeout: 5,
  retries: 3,
}.freeze
