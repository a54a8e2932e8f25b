class Sized(Protocol):
    name: str
    kind: str

    def size(self) -> int: ...
