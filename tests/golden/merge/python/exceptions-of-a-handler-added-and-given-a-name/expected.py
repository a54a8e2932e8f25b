def read(path):
    try:
        return parse(path)
    except (ValueError, KeyError) as e:
        log.warning(e)
        return None
