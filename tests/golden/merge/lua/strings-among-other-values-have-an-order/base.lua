local row = { "name", 42 }
print(row[1])
