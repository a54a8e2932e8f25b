local M = {}

M.f = function(a)
  return a + 2
end

return M
