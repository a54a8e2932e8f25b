let f x =
  let y = x + 1 in
  log x;
  print y;
  y

let g x = x
