def load(path):
    open(path)
    seek(path, 1)
    read(path, 1)
    close(path)
