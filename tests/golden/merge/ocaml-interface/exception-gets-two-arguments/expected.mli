module type Shape = sig
  type t

  val area : t -> float
end

<<<<<<< left
exception Empty of string
=======
exception Empty of int
>>>>>>> right
