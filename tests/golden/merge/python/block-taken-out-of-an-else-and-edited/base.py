def find(name):
    if name in cache:
        return cache[name]
    else:
        found = search(name)
        keep(found)
        return found
