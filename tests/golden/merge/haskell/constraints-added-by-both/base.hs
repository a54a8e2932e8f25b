member :: (Eq a) => a -> [a] -> Bool
member x = any (== x)

class (Eq a) => Key a where
  key :: a -> Int
