def load(path):
    open(path)
    seek(path, 1)
    read(path, 2)
    close(path)
