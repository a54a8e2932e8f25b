(** Stacks. *)

type 'a t

val empty : unit -> 'a t
(** The stack without elements. *)

val push : 'a -> 'a t -> 'a t
