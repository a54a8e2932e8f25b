area :: Shape -> Double
area shape = case shape of
  Circle r ->
    pi * r * r
  Square a ->
    a * a

name :: String
name = "area"
