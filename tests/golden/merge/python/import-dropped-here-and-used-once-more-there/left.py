def make(name):
    return name.lower()
