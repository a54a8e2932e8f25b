module Stack = struct
  let empty = []

  let push x s = x :: s

  let size = List.length
end
