module User where

data User = User
  { userEmail :: String
  , age :: Int
  }

address :: User -> String
<<<<<<< left
address user = userEmail user

older :: User -> Int
older user = age user + 1
=======
address user = email user

older :: User -> Int
older user = age user + 1

header :: User -> String
header user = "To: " ++ email user
>>>>>>> right
