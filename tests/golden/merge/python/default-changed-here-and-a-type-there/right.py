def load(path, strict: bool = False):
    return read(path, strict)
