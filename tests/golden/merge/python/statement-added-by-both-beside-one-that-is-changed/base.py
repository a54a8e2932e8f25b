def load(path):
    open(path)
    read(path, 1)
    close(path)
