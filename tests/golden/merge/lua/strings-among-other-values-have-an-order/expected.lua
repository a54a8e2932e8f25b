<<<<<<< left
local row = { "name", 42, "left" }
=======
local row = { "name", 42, "up" }
>>>>>>> right
print(row[1])
