data Shape
  = Circle Double
  | Square Double
  | Point
  deriving (Eq, Read)

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a
