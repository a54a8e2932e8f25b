module Area
  ( square
  ) where

import Data.List (sort)
import Data.Maybe (fromMaybe)

-- | The area of a square.
<<<<<<< left
square :: Num a => a -> a
=======
square :: Float -> Float
>>>>>>> right
square side = side * side
