<<<<<<< left
load = cached(raw_load)


def save(path, text):
    open(path, "w").write(text)
=======
def save(path, text):
    open(path, "w").write(text)


def load(path):
    return open(path).read()
>>>>>>> right
