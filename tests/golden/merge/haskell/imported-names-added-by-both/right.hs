module Area
  ( square
  ) where

import Data.List (sort, nub)
import Data.Maybe (fromMaybe)

-- | The area of a square.
square :: Double -> Double
square side = side * side
