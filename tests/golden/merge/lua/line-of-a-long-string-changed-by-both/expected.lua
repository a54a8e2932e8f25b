local help = [[
usage: tool FILE
<<<<<<< left
options: -v
=======
options: -q
>>>>>>> right
]]
print(help)
