data Shape
  = Circle Double
  | Square Double
  deriving (Eq, Read, Show)

area :: Shape -> Double
area (Circle r) = pi * r * r
area (Square a) = a * a
