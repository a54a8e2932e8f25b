class Sized(Protocol):
    name: str
    owner: str

    def size(self) -> int: ...
