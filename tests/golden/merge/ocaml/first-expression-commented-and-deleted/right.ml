let f x =
  let y = x + 1 in
  y

let g x = x
