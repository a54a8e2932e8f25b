def read(path):
    try:
        return parse(path)
    except (ValueError, KeyError):
        return None
