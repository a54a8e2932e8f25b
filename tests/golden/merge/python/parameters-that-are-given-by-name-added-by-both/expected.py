def load(path, *, strict=True, encoding="utf-8", default=None):
    return read(path, strict)


def save(path, *parts, mode: int = 0o644, sync: bool = True, owner=None, **options):
    return write(path, parts, mode, options)
