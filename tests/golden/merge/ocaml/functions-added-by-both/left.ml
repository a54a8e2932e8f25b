open Printf

let square x = x *. x

let circle r =
  3.14159 *. r *. r
