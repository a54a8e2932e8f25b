f :: Int -> Int
f = (+ 1)

h :: Int -> Int
h = f . f
