module Area
  ( square
  , circle
  ) where

import Data.List (sort)
import Data.Maybe (fromMaybe)

-- | The area of a square.
square :: Double -> Double
square side = side * side
