local M = {}

function M.f(a)
  return a + 2
end

return M
