(** Stacks. *)

type 'a t

val empty : 'a t
(** The stack without elements. *)

val push : 'a -> 'a t -> 'a t

val pop : 'a t -> 'a
