module Area
  ( square
  ) where

import Data.List (sort)
import Data.Maybe (fromMaybe)

-- | The area of a square.
square :: Float -> Float
square side = side * side
