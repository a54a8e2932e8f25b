def load(path, strict: bool = True):
    return read(path, strict)
