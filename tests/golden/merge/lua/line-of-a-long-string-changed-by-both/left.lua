local help = [[
usage: tool FILE
options: -v
]]
print(help)
