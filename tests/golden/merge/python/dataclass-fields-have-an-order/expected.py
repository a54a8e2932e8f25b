@dataclass
class Point:
    x: float
    y: float
<<<<<<< left
    z: float
=======
    label: str
>>>>>>> right
