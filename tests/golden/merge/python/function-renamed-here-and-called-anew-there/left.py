def read_text(path):
    with open(path) as file:
        return file.read()


def save(path, text):
    with open(path, "w") as file:
        file.write(text)


def copy(source, target):
    save(target, read_text(source))
