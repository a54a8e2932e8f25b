size :: Int -> String
size 0 = "none"
<<<<<<< left
size 7 = "some"
=======
size 7 = "seven"
>>>>>>> right
size 1 = "one"
size _ = "many"
