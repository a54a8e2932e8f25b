open Printf

let square x = x *. x

(* Half of a rectangle. *)
let triangle b h = b *. h /. 2.
