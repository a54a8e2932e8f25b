local path = { 3, 1, 4, 2 }
print(#path)
