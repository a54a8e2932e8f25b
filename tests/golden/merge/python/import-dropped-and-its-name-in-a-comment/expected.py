def make(name):
    return name.lower()


# As slug, but with a slash.
def link(name):
    return "/" + make(name)
