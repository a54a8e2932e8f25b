def read(path):
    try:
        return parse(path)
    except ValueError as e:
        log.warning(e)
        return None
