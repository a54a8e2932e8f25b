module User where

data User = User
  { userEmail :: String
  , age :: Int
  }

address :: User -> String
address user = userEmail user

older :: User -> Int
older user = age user + 1
