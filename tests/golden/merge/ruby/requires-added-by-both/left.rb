require "date"
require "json"
require "set"

DEFAULTS = {
  port: 8080,
  host: "localhost",
}.freeze
