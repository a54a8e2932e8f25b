def load(path, strict=True):
    return read(path, strict)
