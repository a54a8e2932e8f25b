module Area
  ( square
  ) where

import Data.List (sort)
import Data.Maybe (fromMaybe)

-- | The area of a square, given its side.
square :: Double -> Double
square side = side * side
