open Base

type t

val close : t -> unit
