module Stack = struct
  let empty = []

  let push s x = x :: s

  let size = List.length
end
