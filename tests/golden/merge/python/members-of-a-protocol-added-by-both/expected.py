class Sized(Protocol):
    name: str
    kind: str
    owner: str

    def size(self) -> int: ...
