local path = { 3, 1, 4, 1 }
print(#path)
