class Movie(TypedDict, total=False):
    name: str
    year: int
