module type Shape = sig
  type t

  val area : t -> float
  val width : t -> float
end

exception Empty
