require "date"
require "json"
require "logger"

DEFAULTS = {
  port: 8080,
  host: "localhost",
}.freeze
