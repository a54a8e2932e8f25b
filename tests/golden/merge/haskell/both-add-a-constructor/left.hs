data Shape
  = Circle Double
  | Square Double
  | Triangle Double Double
  deriving (Eq, Read)

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a
