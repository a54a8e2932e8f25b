open Printf

let square x = x *. x
