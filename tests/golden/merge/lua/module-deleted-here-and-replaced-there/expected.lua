local json = require("json")
<<<<<<< left
=======
local tools = require("tools")
>>>>>>> right

return json
