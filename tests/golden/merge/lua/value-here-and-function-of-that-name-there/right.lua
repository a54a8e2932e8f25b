local M = {}

function M.save(x)
  put(x)
end

function M.show(x)
  print(x)
end

function M.load(x)
  return get(x)
end

return M
