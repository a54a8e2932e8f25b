member :: (Eq a, Typeable a) => a -> [a] -> Bool
member x = any (== x)

class (Eq a, Show a) => Key a where
  key :: a -> Int
