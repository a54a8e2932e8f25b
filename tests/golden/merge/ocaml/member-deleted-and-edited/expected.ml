module Stack = struct
  let empty = []

<<<<<<< left
=======
  let push s x = x :: s

>>>>>>> right
  let size = List.length
end
