module Stack where

-- | A stack.
newtype Stack a = Stack [a]

instance Functor Stack where
  fmap f (Stack xs) = Stack (map f xs)

instance Foldable Stack where
  foldr f z (Stack xs) = foldr f z xs

push :: a -> Stack a -> Stack a
push x (Stack xs) = Stack (x : xs)
