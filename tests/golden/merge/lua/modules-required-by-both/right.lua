local json = require("json")
local socket = require("socket")
local url = require("socket.url")

print(json.encode(socket.gettime()))
