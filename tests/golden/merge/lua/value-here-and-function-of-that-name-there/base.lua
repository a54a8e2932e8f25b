local M = {}

function M.save(x)
  put(x)
end

function M.show(x)
  print(x)
end

return M
