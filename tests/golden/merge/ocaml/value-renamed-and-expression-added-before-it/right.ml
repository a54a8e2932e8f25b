open Printf

module StringMap = Map.Make (String)

type shape =
  | Circle of float
  | Square of float

type config = {
  name : string;
  depth : int;
}

exception Bad_shape of string

(* The area of a shape. *)
let area shape =
  match shape with
  | Circle r -> 3.14 *. r *. r
  | Square a -> a *. a

let describe cfg shape =
  let text = sprintf "%s: %f" cfg.name (area shape) in
  print_endline text;
  flush stdout;
  text

let default = { name = "main"; depth = 3 }

let () =
  let shapes = [ Circle 1.0; Square 2.0 ] in
  List.iter (fun s -> ignore (describe default s)) shapes
