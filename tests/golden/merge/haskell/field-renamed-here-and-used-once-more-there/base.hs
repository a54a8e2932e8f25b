module User where

data User = User
  { email :: String
  , age :: Int
  }

address :: User -> String
address user = email user

older :: User -> Int
older user = age user + 1
