local path = { 3, 1, 4 }
print(#path)
