local row = { "name", 42, "left" }
print(row[1])
