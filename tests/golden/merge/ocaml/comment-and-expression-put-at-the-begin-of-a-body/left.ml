let f x =
  let y = x + 1 in
  (* Tell. *)
  print y;
  y

let g x = x
