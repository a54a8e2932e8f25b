open Base

type t

(** Opens a file. *)
val open_file : string -> (t, Error.t) Result.t

val close : t -> unit
