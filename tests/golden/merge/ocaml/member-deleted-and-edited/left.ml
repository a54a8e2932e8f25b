module Stack = struct
  let empty = []

  let size = List.length
end
