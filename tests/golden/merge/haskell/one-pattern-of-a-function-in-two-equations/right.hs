size :: Int -> String
size 0 = "none"
size 1 = "one"
size 7 = "seven"
size _ = "many"
