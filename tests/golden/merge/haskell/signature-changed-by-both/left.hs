module Area
  ( square
  ) where

import Data.List (sort)
import Data.Maybe (fromMaybe)

-- | The area of a square.
square :: Num a => a -> a
square side = side * side
