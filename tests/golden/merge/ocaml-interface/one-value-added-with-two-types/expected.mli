(** Stacks. *)

type 'a t

val empty : 'a t
(** The stack without elements. *)

val push : 'a -> 'a t -> 'a t

<<<<<<< left
val pop : 'a t -> 'a
=======
val pop : 'a t -> 'a option
>>>>>>> right
