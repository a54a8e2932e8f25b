let f x =
  let y = x + 1 in
<<<<<<< left
  (* Tell. *)
  print y;
=======
>>>>>>> right
  y

let g x = x
