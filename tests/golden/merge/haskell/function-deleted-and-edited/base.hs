f :: Int -> Int
f = (+ 1)

g :: Int -> Int
g n = n * 2

h :: Int -> Int
h = f . g
