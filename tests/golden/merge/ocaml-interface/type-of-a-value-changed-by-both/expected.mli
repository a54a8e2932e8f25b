(** Stacks. *)

type 'a t

val empty : 'a t
(** The stack without elements. *)

<<<<<<< left
val push : 'a list -> 'a t -> 'a t
=======
val push : 'a option -> 'a t -> 'a t
>>>>>>> right
