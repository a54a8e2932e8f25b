def make(name):
<<<<<<< left
    return name.lower()
=======
    return slug(name)


def link(name):
    return "/" + slug(name)
>>>>>>> right
