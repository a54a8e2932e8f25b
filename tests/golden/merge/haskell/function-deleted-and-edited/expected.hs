f :: Int -> Int
f = (+ 1)

<<<<<<< left
=======
g :: Int -> Int
g n = n * 3

>>>>>>> right
h :: Int -> Int
h = f . f
