local M = {}

function M.f(a)
  return a + 1
end

return M
