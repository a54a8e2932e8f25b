from app.text import slug


def make(name):
    return slug(name)


# As slug, but with a slash.
def link(name):
    return "/" + make(name)
