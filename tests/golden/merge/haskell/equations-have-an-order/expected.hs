data Shape
  = Circle Double
  | Square Double
  deriving (Eq, Read)

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a
<<<<<<< left
area (Triangle b h) = b * h / 2
=======
area _ = 0
>>>>>>> right
