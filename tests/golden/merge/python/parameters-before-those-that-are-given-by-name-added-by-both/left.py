def load(path, strict=True, default=None, *, encoding="utf-8"):
    return read(path, strict, encoding)
