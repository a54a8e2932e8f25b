area :: Shape -> Double
area shape = case shape of
  Circle r -> pi * r * r
  Square a -> a * a
  Triangle b h -> b * h / 2

name :: String
name = "area"
