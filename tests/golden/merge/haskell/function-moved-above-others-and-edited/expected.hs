module A where

total :: Int -> Int
total = sum . fmap itemCount . elems

empty :: Int
empty = 3

add :: Int -> Int
add x =
  x + 3

last :: Int
last = 3
