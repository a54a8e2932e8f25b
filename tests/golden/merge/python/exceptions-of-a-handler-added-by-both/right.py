def read(path):
    try:
        return parse(path)
    except (ValueError, TypeError):
        return None
