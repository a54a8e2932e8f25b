<<<<<<< left
local path = { 3, 1, 4, 1 }
=======
local path = { 3, 1, 4, 2 }
>>>>>>> right
print(#path)
