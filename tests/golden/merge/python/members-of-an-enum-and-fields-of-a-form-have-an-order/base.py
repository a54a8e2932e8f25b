class Color(str, Enum):
    RED = "red"


class Form(Base):
    name = field("name")
