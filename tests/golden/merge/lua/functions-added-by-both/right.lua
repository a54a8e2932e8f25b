local Stack = {}

function Stack.new()
  return { items = {} }
end

function Stack.size(stack)
  return #stack.items
end

return Stack
