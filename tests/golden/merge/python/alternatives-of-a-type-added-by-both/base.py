Mode = Literal["r", "w"]
flags = READ | WRITE


def load(path: str | Path) -> Union[int, str]:
    return path.read()
