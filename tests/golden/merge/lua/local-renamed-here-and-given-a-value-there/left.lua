local M = {}

local total = 0
local names = {}

function M.add(name)
  total = total + 1
  names[total] = name
  return total
end

function M.clear()
  names = {}
end

return M
