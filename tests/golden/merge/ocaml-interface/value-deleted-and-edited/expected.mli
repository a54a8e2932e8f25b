open Base

type t

<<<<<<< left
=======
(** Opens a file. *)
val open_file : string -> (t, Error.t) Result.t

>>>>>>> right
val close : t -> unit
