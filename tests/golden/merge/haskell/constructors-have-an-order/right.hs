data Shape
  = Circle Double
  | Square Double
  | Point
  deriving (Eq, Ord)

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a
