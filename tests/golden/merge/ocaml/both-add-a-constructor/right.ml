type shape =
  | Circle of float
  | Square of float
  | Point

let area shape =
  match shape with
  | Circle r -> 3.14 *. r *. r
  | Square a -> a *. a

let default = { name = "shape"; color = "red" }
