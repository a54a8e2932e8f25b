data Shape
  = Circle Double
  | Square Double
<<<<<<< left
  | Triangle Double Double
=======
  | Point
>>>>>>> right
  deriving (Eq, Ord)

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a
