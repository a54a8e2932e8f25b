local json = require("json")
local util = require("util")

return json
