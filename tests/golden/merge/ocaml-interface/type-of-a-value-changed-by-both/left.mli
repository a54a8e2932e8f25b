(** Stacks. *)

type 'a t

val empty : 'a t
(** The stack without elements. *)

val push : 'a list -> 'a t -> 'a t
