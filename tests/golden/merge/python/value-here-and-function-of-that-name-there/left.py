load = cached(raw_load)


def save(path, text):
    open(path, "w").write(text)
