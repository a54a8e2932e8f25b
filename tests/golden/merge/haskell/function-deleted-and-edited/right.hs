f :: Int -> Int
f = (+ 1)

g :: Int -> Int
g n = n * 3

h :: Int -> Int
h = f . g
