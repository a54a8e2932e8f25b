module A where

empty :: Int
empty = 3

add :: Int -> Int
add x =
  x + 3

total :: Int -> Int
total = sum . map itemCount . elems

last :: Int
last = 3
