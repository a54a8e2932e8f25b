local json = require("json")
local socket = require("socket")

print(json.encode(socket.gettime()))
