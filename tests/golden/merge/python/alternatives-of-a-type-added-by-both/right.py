Mode = Literal["r", "w", "x"]
flags = READ | WRITE | TRUNC


def load(path: bytes | str | Path) -> Union[int, str, float]:
    return path.read()
