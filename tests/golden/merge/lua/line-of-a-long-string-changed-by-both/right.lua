local help = [[
usage: tool FILE
options: -q
]]
print(help)
