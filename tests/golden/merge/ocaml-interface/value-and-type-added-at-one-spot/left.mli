open Base

type t

(** Opens a file. *)
val open_file : string -> t

val close : t -> unit

type mode = Read | Write
