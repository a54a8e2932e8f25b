local json = require("json")
local tools = require("tools")

return json
