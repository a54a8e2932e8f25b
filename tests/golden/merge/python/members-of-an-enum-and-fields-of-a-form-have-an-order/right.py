class Color(str, Enum):
    RED = "red"
    PINK = "pink"


class Form(Base):
    name = field("name")
    age = field("age")
