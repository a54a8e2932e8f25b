module type Shape = sig
  type t

  val area : t -> float
  val name : t -> string
end

exception Empty
