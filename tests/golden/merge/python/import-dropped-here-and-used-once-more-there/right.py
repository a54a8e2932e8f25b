from app.text import slug


def make(name):
    return slug(name)


def link(name):
    return "/" + slug(name)
