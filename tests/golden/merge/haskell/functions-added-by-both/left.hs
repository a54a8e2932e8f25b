module Area
  ( square
  ) where

import Data.List (sort)
import Data.Maybe (fromMaybe)

-- | The area of a square.
square :: Double -> Double
square side = side * side

-- | The area of a circle.
circle :: Double -> Double
circle radius = pi * radius * radius
