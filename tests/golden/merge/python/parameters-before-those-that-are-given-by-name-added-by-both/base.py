def load(path, strict=True, *, encoding="utf-8"):
    return read(path, strict, encoding)
