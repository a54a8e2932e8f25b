open Base
open Core_unix
open Stdio

let () = print_endline "ready"
