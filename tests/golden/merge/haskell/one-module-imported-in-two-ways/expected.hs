module Area
  ( square
  ) where

import Data.List (sort)
import qualified Data.Map as Map
import Data.Map (Map)
import Data.Maybe (fromMaybe)

-- | The area of a square.
square :: Double -> Double
square side = side * side
