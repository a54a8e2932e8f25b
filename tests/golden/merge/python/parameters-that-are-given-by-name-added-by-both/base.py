def load(path, *, strict=True):
    return read(path, strict)


def save(path, *parts, mode: int = 0o644, **options):
    return write(path, parts, mode, options)
