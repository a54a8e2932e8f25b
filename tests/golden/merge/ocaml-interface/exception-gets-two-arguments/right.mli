module type Shape = sig
  type t

  val area : t -> float
end

exception Empty of int
