local M = {}

local total = 0
local names = {}

function M.add(name)
<<<<<<< left
  total = total + 1
  names[total] = name
  return total
end

function M.clear()
  names = {}
=======
  count = count + 1
  names[count] = name
  return count
end

function M.clear()
  names = {}
  count = 0
>>>>>>> right
end

return M
