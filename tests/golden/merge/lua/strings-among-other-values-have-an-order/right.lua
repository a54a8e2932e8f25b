local row = { "name", 42, "up" }
print(row[1])
