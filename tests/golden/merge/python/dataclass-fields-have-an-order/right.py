@dataclass
class Point:
    x: float
    y: float
    label: str
