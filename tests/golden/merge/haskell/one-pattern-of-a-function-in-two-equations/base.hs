size :: Int -> String
size 0 = "none"
size 1 = "one"
size _ = "many"
