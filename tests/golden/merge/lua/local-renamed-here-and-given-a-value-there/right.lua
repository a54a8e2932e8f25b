local M = {}

local count = 0
local names = {}

function M.add(name)
  count = count + 1
  names[count] = name
  return count
end

function M.clear()
  names = {}
  count = 0
end

return M
