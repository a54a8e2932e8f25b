open Base
open Core_unix
open Lwt
open Stdio

let () = print_endline "ready"
