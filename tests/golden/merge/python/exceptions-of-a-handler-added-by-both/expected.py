def read(path):
    try:
        return parse(path)
    except (ValueError, KeyError, TypeError):
        return None
