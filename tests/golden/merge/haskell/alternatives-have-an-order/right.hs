area :: Shape -> Double
area shape = case shape of
  Circle r -> pi * r * r
  Square a -> a * a
  _ -> 0

name :: String
name = "area"
