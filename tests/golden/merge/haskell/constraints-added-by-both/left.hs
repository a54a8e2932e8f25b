member :: (Eq a, Show a) => a -> [a] -> Bool
member x = any (== x)

class (Eq a, Ord a) => Key a where
  key :: a -> Int
