local help = [[
usage: tool FILE
options: none
]]
print(help)
