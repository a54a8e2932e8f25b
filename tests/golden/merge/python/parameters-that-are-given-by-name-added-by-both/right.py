def load(path, *, strict=True, default=None):
    return read(path, strict)


def save(path, *parts, mode: int = 0o644, owner=None, **options):
    return write(path, parts, mode, options)
