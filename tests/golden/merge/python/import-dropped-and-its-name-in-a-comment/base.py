from app.text import slug


def make(name):
    return slug(name)
