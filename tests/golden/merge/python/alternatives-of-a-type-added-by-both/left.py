Mode = Literal["r", "w", "a"]
flags = READ | WRITE | SYNC


def load(path: str | Path | None) -> Union[int, str, bytes]:
    return path.read()
