<<<<<<< left
def load(path, strict=True, default=None, *, encoding="utf-8"):
=======
def load(path, strict=True, limit=10, *, encoding="utf-8"):
>>>>>>> right
    return read(path, strict, encoding)
