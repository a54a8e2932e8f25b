open Base
open Stdio

let () = print_endline "ready"
