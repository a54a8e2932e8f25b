module Stack where

-- | A stack.
newtype Stack a = Stack [a]

instance Functor Stack where
  fmap f (Stack xs) = Stack (map f xs)

push :: a -> Stack a -> Stack a
push x (Stack xs) = Stack (x : xs)

<<<<<<< left
pop :: Stack a -> Stack a
pop (Stack xs) = Stack (tail xs)
=======
pop :: Stack a -> Maybe (Stack a)
pop (Stack []) = Nothing
pop (Stack xs) = Just (Stack (tail xs))
>>>>>>> right
