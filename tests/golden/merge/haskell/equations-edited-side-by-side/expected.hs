data Shape
  = Circle Double
  | Square Double
  deriving (Eq, Read)

area :: Shape -> Double
area (Circle r) = pi * r ^ 2
area (Square a) = a ^ 2
