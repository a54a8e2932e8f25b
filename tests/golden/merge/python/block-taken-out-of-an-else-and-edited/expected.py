def find(name):
    if name in cache:
        return cache[name]
    found = search(name)
    keep(name, found)
    return found
