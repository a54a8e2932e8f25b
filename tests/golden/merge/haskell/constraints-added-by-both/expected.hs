member :: (Eq a, Show a, Typeable a) => a -> [a] -> Bool
member x = any (== x)

class (Eq a, Ord a, Show a) => Key a where
  key :: a -> Int
