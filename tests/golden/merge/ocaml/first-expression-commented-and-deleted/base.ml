let f x =
  let y = x + 1 in
  print y;
  y

let g x = x
