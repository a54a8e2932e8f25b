local json = require("json")

return json
