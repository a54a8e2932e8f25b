(** Stacks. *)

type 'a t

val empty : unit -> 'a t
(** A stack that holds nothing. *)

val push : 'a -> 'a t -> 'a t
