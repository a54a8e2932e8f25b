Mode = Literal["r", "w", "a", "x"]
<<<<<<< left
flags = READ | WRITE | SYNC
=======
flags = READ | WRITE | TRUNC
>>>>>>> right


def load(path: bytes | str | Path | None) -> Union[int, str, bytes, float]:
    return path.read()
