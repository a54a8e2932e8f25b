require "date"
require "json"
require "logger"
require "set"

DEFAULTS = {
  port: 8080,
  host: "localhost",
}.freeze
