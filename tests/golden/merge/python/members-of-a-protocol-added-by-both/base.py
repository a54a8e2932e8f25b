class Sized(Protocol):
    name: str

    def size(self) -> int: ...
