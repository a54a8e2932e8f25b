def load(path, strict=True, limit=10, *, encoding="utf-8"):
    return read(path, strict, encoding)
