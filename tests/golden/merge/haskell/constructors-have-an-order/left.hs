data Shape
  = Circle Double
  | Square Double
  | Triangle Double Double
  deriving (Eq, Ord)

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a
