local Stack = {}

function Stack.new()
  return { items = {} }
end

function Stack.push(stack, item)
  table.insert(stack.items, item)
end

return Stack
