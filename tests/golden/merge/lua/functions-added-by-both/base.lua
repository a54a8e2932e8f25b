local Stack = {}

function Stack.new()
  return { items = {} }
end

return Stack
