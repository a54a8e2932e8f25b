def save(path, text):
    open(path, "w").write(text)
