local M = {}

M.f = function(a)
  return a + 1
end

return M
