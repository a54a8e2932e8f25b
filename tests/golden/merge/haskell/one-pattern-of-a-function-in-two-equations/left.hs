size :: Int -> String
size 0 = "none"
size 7 = "some"
size 1 = "one"
size _ = "many"
