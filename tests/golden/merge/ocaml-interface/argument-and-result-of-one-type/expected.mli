(** Stacks. *)

type 'a t

val empty : 'a t
(** The stack without elements. *)

val push : 'a option -> 'a t -> 'a t * int
