require "date"
require "json"

DEFAULTS = {
  port: 8080,
  host: "localhost",
}.freeze
