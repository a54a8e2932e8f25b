open Base
open Lwt
open Stdio

let () = print_endline "ready"
