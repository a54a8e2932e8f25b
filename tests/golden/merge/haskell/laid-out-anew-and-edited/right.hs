area :: Shape -> Double
area shape = case shape of
  Circle r -> pi * r * r
  Square a -> a ^ 2

name :: String
name = "area"
