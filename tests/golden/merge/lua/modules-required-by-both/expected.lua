local json = require("json")
local socket = require("socket")
local url = require("socket.url")
local uuid = require("uuid")

print(json.encode(socket.gettime()))
