local json = require("json")
local socket = require("socket")
local uuid = require("uuid")

print(json.encode(socket.gettime()))
