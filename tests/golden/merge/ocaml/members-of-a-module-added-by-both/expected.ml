module Stack = struct
  let empty = []

  let push x s = x :: s

  let size = List.length

  let is_empty s = s = []

  let peek = List.hd
end
