def load(path, strict=False):
    return read(path, strict)
